import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { savedQueries, type SavedQuery } from './saved-queries.js';

/** The panel with all saved queries: choosing one opens it in a tab of its own. */
export const savedQueriesPlugin: GraphiQLPlugin = {
  title: 'Saved queries',
  icon: Icon,
  content: SavedQueries,
};

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M6 3.5h12v17l-6-4.5-6 4.5z" />
    </svg>
  );
}

function SavedQueries() {
  const actions = useGraphiQLActions();
  const editors = {
    query: useGraphiQL(({ queryEditor }) => queryEditor),
    variables: useGraphiQL(({ variableEditor }) => variableEditor),
  };
  const open = ({ query, variables }: SavedQuery) => {
    actions.addTab();
    editors.query?.setValue(query);
    editors.variables?.setValue(variables);
  };
  return (
    <section className="saved-queries" aria-label="Saved queries">
      {savedQueries.map(([topic, queries]) => (
        <div key={topic}>
          <h2>{topic}</h2>
          <ul>
            {queries.map((saved) => (
              <li key={saved.name}>
                <button type="button" onClick={() => open(saved)}>
                  {saved.name}
                </button>
                <p>{saved.question}</p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
