/**
 * The page's script. Without it everything but the tips, the tools and the opening of a letter that is linked to works.
 * It reads what the page holds and writes text only, never HTML.
 */
export const SCRIPT = `
'use strict';
const tip = document.getElementById('tip');
const letters = () => document.querySelectorAll('details.letter');
let lit = [];

/** The innermost mark or entry of the record that an element stands in. */
const factOf = (element) => element instanceof Element ? element.closest('mark[data-of], dd[id], li[id]') : null;

function hide() {
  tip.hidden = true;
  for (const element of lit) element.classList.remove('lit');
  lit = [];
}

function light(fact) {
  const id = fact.dataset.of ?? fact.id;
  lit = [document.getElementById(id), ...document.querySelectorAll('mark[data-of="' + CSS.escape(id) + '"]')];
  lit = lit.filter(Boolean);
  for (const element of lit) element.classList.add('lit');
  const record = lit[0]?.closest('.record');
  if (!record || record.contains(fact)) return;
  const [entry, frame] = [lit[0].getBoundingClientRect(), record.getBoundingClientRect()];
  if (entry.top < frame.top || entry.bottom > frame.bottom)
    record.scrollTop += entry.top - frame.top - frame.height / 3;
}

function show(fact, x, y) {
  hide();
  light(fact);
  if (fact.tagName !== 'MARK') return;
  const lines = [];
  for (let mark = fact; mark; mark = mark.parentElement.closest('mark'))
    if (!mark.classList.contains('k-prose') || lines.length === 0) lines.push(mark.dataset.says);
  tip.replaceChildren(...lines.map((line) => Object.assign(document.createElement('span'), { textContent: line })));
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(x, innerWidth - width - 8)) + 'px';
  tip.style.top = (y + 20 + height > innerHeight ? Math.max(8, y - height - 12) : y + 20) + 'px';
}

document.addEventListener('pointerover', (event) => {
  const fact = factOf(event.target);
  if (fact) show(fact, event.clientX, event.clientY);
  else hide();
});
document.addEventListener('focusin', (event) => {
  const fact = factOf(event.target);
  if (!fact) return hide();
  const { left, bottom } = event.target.getBoundingClientRect();
  show(fact, left, bottom - 12);
});
document.addEventListener('focusout', hide);
document.addEventListener('scroll', hide, { passive: true });
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });

/** A link may lead into a letter that is closed. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const letter = target?.closest('details.letter');
  if (!letter) return;
  letter.open = true;
  target.scrollIntoView({ block: 'center' });
}
addEventListener('hashchange', openTarget);
openTarget();

const openAll = (open) => { for (const letter of letters()) letter.open = open; };
document.getElementById('open-all').addEventListener('click', () => openAll(true));
document.getElementById('close-all').addEventListener('click', () => openAll(false));
addEventListener('beforeprint', () => openAll(true));
`;
