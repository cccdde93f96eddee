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
  // Who may write puts the token into the headers, which the page does not keep.
  <GraphiQL fetcher={fetchGraphQL} defaultTabs={defaultTabs} defaultEditorToolsVisibility={false}>
    <GraphiQL.Logo>IMR Graph</GraphiQL.Logo>
  </GraphiQL>,
);
