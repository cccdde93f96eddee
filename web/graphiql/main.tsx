import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { fetchGraphQL } from './fetcher.js';
import { savedQueriesPlugin } from './saved-queries-plugin.js';
import { defaultTabs } from './saved-queries.js';

const root = document.getElementById('graphiql');
if (root === null) throw new Error('The page has no place for GraphiQL.');

/** The panels beside the schema's documentation. */
const plugins = [savedQueriesPlugin, HISTORY_PLUGIN];

createRoot(root).render(
  // A key that the explorer was given is sent along; another one is put into the headers, which the page does not keep.
  <GraphiQL
    fetcher={fetchGraphQL}
    defaultTabs={[...defaultTabs]}
    plugins={plugins}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Logo>
      <a href="/">IMR Graph</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
