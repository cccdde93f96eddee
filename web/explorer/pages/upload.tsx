import { useState, type ChangeEvent, type DragEvent } from 'react';
import { Letter } from '../upload/uploaded-letter.js';
import { useTitle } from '../parts/title.js';

/** One file that was dropped; the same file again is another one. */
interface Dropped {
  readonly key: number;
  readonly file: File;
}

const FORMS = '.txt,.html,.htm,.pdf,.docx';

export default function UploadPage() {
  useTitle('Upload');
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  const add = (files: FileList | null) => {
    const more = [...(files ?? [])].map((file, i) => ({ key: dropped.length + i, file }));
    setDropped([...dropped, ...more]);
  };
  return (
    <>
      <h1>Read letters before they are stored</h1>
      <p className="lead">
        Each letter is read and shown with what is uncertain. Nothing is kept until you store it.
      </p>
      <DropZone onFiles={add} />
      <p className="quiet">Letters are stored, and PDF and DOCX read, for those who have a key for it.</p>
      {dropped.map(({ key, file }) => (
        <Letter key={key} file={file} />
      ))}
    </>
  );
}

function DropZone({ onFiles }: { readonly onFiles: (files: FileList | null) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(event.dataTransfer.files);
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles(target.files);
    target.value = '';
  };
  return (
    <label
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      Drop determination letters here, or choose them: text, HTML, PDF with a text layer, DOCX
      <input type="file" multiple accept={FORMS} onChange={choose} />
    </label>
  );
}
