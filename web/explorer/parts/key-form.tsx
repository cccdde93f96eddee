import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { keepKey, readKey } from '../../key.js';

/** Takes the key with which this tab asks from now on; what was refused without it is asked again. */
export function KeyForm() {
  const queries = useQueryClient();
  const [key, setKey] = useState(readKey);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    keepKey(key.trim());
    void queries.resetQueries();
  };
  return (
    <form className="ask" onSubmit={submit}>
      <label>
        Key or token
        <input
          type="password"
          autoComplete="off"
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
      </label>
      <button>Use it</button>
      <p className="quiet">It is kept until this tab is closed.</p>
    </form>
  );
}
