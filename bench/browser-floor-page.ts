declare global {
  interface Window {
    floorPainted: Promise<number>;
    /** The product's own markup around a row, around each of its cells, and around the text in the cell. */
    floorShells: {
      readonly row: Shell;
      readonly cells: readonly [column: string, cell: Shell, text: Shell][];
    };
  }
}

type Shell = readonly [before: string, after: string];

interface PlainTicket {
  readonly [field: string]: unknown;
}

/**
 * Runs in the page: a layer over the product, with a button and a table like the product's. It has the same columns,
 * rows and cells under the same style sheet, each cell's text in the same element; but no icons, links, boxes or tooltips.
 */
export function prepareFloor(): void {
  const shellOf = (element: Element): Shell => {
    const shell = element.cloneNode(false) as Element;
    // The product's rows are looked for by these, and the floor's are not among them.
    for (const name of ['data-listed', 'data-ticket', 'aria-label', 'href', 'title'])
      shell.removeAttribute(name);
    const [before = '', after = ''] = shell.outerHTML
      .split('></')
      .map((part, index) => (index ? `</${part}` : `${part}>`));
    return [before, after];
  };
  const table = document.querySelector('table[aria-label="Tickets"]');
  // The first tickets are late ones, and have something in every cell.
  const row = table?.querySelector('tr[data-listed]');
  if (!table || !row) throw new Error('there are no rows');
  window.floorShells = {
    row: shellOf(row),
    cells: [...row.children].map((cell) => {
      const column = cell.getAttribute('data-column') ?? '';
      const text = column === 'select' ? null : cell.firstElementChild;
      return [column, shellOf(cell), text === null ? ['', ''] : shellOf(text)];
    }),
  };
  const [before, after] = shellOf(table);
  const floor = document.createElement('div');
  floor.id = 'floor';
  floor.hidden = true;
  floor.innerHTML = `
    <style>
      #floor { position: fixed; inset: 0; z-index: 1000; overflow: auto; background: #fff; contain: strict; }
    </style>
    <button type="button">Draw</button>
    ${before}<tbody></tbody>${after}`;
  document.body.append(floor);
}

/**
 * Runs in the page: shows the layer, and has the next press of its button fetch the address and write the rows in the
 * place of those of the question before, as the product has to.
 */
export function drawPlainRows(address: string): void {
  const floor = document.getElementById('floor');
  const button = floor?.querySelector('button');
  const body = floor?.querySelector('tbody');
  if (!floor || !button || !body) throw new Error('the floor is not there');
  const safe = (value: unknown) =>
    String(value ?? '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;');
  const nameOf = (value: unknown) => (value as { name?: string } | null)?.name;
  const cased = (value: unknown) => {
    const word = String(value ?? '–').replaceAll('_', ' ');
    return word.charAt(0) + word.slice(1).toLowerCase();
  };
  const ageOf = (value: unknown) =>
    `${Math.floor((Date.now() - Date.parse(String(value))) / 86_400_000).toLocaleString('en')} d`;
  const texts: Record<string, (ticket: PlainTicket) => unknown> = {
    id: ({ id }) => id,
    overdue: ({ isOverdue }) => (isOverdue ? 'Overdue' : ''),
    priority: ({ priority }) => cased(priority),
    status: ({ status }) => cased(status),
    age: ({ issueDate }) => ageOf(issueDate),
    description: ({ description }) => String(description ?? 'No description').slice(0, 300),
    customer: ({ customerName, customerEmail }) => customerName ?? customerEmail ?? 'Anonymous',
    assignee: ({ assignedUser }) => nameOf(assignedUser) ?? 'Unassigned',
    segment: ({ currentSegment }) => nameOf(currentSegment) ?? 'No segment',
    issueDate: ({ issueDate }) => String(issueDate ?? '–').slice(0, 10),
  };
  const { row, cells } = window.floorShells;
  const drawCell = (text: string, cell: Shell, inner: Shell) => cell.join(text && inner.join(text));
  const draw = (ticket: PlainTicket) =>
    row.join(
      cells.map(([column, cell, text]) => drawCell(safe(texts[column]?.(ticket)), cell, text)).join(''),
    );
  floor.hidden = false;
  window.floorPainted = new Promise((resolve, reject) => {
    const answer = async ({ timeStamp }: Event) => {
      const { tickets } = (await (await fetch(address)).json()) as { tickets: readonly PlainTicket[] };
      body.innerHTML = tickets.map(draw).join('');
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now() - timeStamp), { priority: 'user-blocking' });
      });
    };
    button.addEventListener('click', (event) => void answer(event).catch(reject), { once: true });
  });
}
