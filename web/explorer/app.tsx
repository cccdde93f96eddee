import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { Loading } from './parts/states.js';
import { OverviewPage } from './pages/overview.js';

// The first page comes with the first part; the others when they are looked at.
const GuidelinesPage = lazy(() => import('./pages/guidelines.js'));
const FindingsPage = lazy(() => import('./pages/findings.js'));
const CasePage = lazy(() => import('./pages/case.js'));
const ServicePage = lazy(() => import('./pages/service.js'));
const GraphPage = lazy(() => import('./pages/graph.js'));
const ComparePage = lazy(() => import('./pages/compare.js'));
const UploadPage = lazy(() => import('./pages/upload.js'));

const PAGES = [
  { path: '/', name: 'Overview' },
  { path: '/guidelines', name: 'Guidelines' },
  { path: '/findings', name: 'Findings' },
  { path: '/service', name: 'Service' },
  { path: '/compare', name: 'Compare' },
  { path: '/graph', name: 'Graph' },
  { path: '/upload', name: 'Upload' },
];

/** The shell: what is on every page, and which page is shown. */
export function App() {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const shown = useRef(path);
  // Who uses a keyboard or a screen reader goes on from the new page, not from the link that led there.
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Link href="/" className="brand">
          IMR Graph
        </Link>
        <nav aria-label="Pages">
          {PAGES.map((page) => (
            <Link
              key={page.path}
              href={page.path}
              aria-current={isWithin(path, page.path) ? 'page' : undefined}
            >
              {page.name}
            </Link>
          ))}
        </nav>
        <a className="aside" href="/graphql">
          GraphiQL
        </a>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={OverviewPage} />
            <Route path="/guidelines" component={GuidelinesPage} />
            <Route path="/findings" component={FindingsPage} />
            <Route path="/cases/:id">{({ id }) => <CasePage id={decodeURIComponent(id)} />}</Route>
            <Route path="/service" component={ServicePage} />
            <Route path="/graph" component={GraphPage} />
            <Route path="/compare" component={ComparePage} />
            <Route path="/upload" component={UploadPage} />
            <Route component={Unknown} />
          </Switch>
        </Suspense>
      </main>
      <footer>
        Read by program from determination letters: see a letter’s own words before you rely on a number. Not
        legal or medical advice.
      </footer>
    </>
  );
}

function isWithin(path: string, page: string): boolean {
  return page === '/' ? path === '/' : path === page || path.startsWith(`${page}/`);
}

function Unknown() {
  return (
    <>
      <h1>There is nothing here</h1>
      <p>
        The address leads to no page. <Link href="/">Go to the overview.</Link>
      </p>
    </>
  );
}
