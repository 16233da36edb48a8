/** The only script of the page: a table's headings become buttons that sort it. Without it all else works. */
import { createHash } from 'node:crypto';

export const sortScript = `
for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const of = (row) => row.cells[column];
      const compare = (a, b) => {
        const [x, y] = [of(a).dataset.value, of(b).dataset.value];
        if (x === undefined || y === undefined)
          return x === y ? of(a).textContent.localeCompare(of(b).textContent, 'en', { numeric: true }) : 0;
        return x - y;
      };
      const [body] = table.tBodies;
      // What was not measured stays below, whichever way.
      const missing = (row) => of(row).textContent === '\\u2013';
      const rows = [...body.rows];
      const measured = rows.filter((row) => !missing(row)).sort((a, b) => (down ? compare(b, a) : compare(a, b)));
      body.append(...measured, ...rows.filter(missing));
    });
  });
}
`;

/** For the page's policy: no other script may run. */
export const sortScriptHash = `sha256-${createHash('sha256').update(sortScript).digest('base64')}`;
