import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { fetchGraphQL } from './fetcher.js';
import { defaultTabs } from './operations.js';

const root = document.getElementById('graphiql');
if (root === null) throw new Error('The page has no place for GraphiQL.');

createRoot(root).render(
  // The API takes no headers, so the page offers none.
  <GraphiQL
    fetcher={fetchGraphQL}
    defaultTabs={defaultTabs}
    defaultEditorToolsVisibility={false}
    isHeadersEditorEnabled={false}
  >
    <GraphiQL.Logo>IMR Graph</GraphiQL.Logo>
  </GraphiQL>,
);
