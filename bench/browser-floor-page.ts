declare global {
  interface Window {
    floorPainted: Promise<number>;
  }
}

interface PlainTicket {
  readonly [field: string]: unknown;
}

/** Runs in the page: a layer over the product, with a button and room for rows. */
export function prepareFloor(): void {
  const floor = document.createElement('div');
  floor.id = 'floor';
  floor.hidden = true;
  floor.innerHTML = `
    <style>
      #floor { position: fixed; inset: 0; z-index: 1000; overflow: auto; background: #fff; contain: strict; }
      #floor table { table-layout: fixed; width: 100%; border-collapse: collapse; }
      #floor tr { height: 44px; }
      #floor td { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-bottom: 1px solid #ddd; }
    </style>
    <button type="button">Draw</button>
    <table><tbody></tbody></table>`;
  document.body.append(floor);
}

/** Runs in the page: shows the layer, and has the next press of its button fetch the address and write the rows. */
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
  const row = (ticket: PlainTicket) =>
    `<tr>${[
      ticket.id,
      ticket.isOverdue ? 'Overdue' : '',
      ticket.priority,
      ticket.status,
      ticket.issueDate,
      String(ticket.description ?? '').slice(0, 300),
      ticket.customerName,
      nameOf(ticket.assignedUser),
      nameOf(ticket.currentSegment),
    ]
      .map((value) => `<td>${safe(value)}</td>`)
      .join('')}</tr>`;
  body.replaceChildren();
  floor.hidden = false;
  window.floorPainted = new Promise((resolve, reject) => {
    const draw = async ({ timeStamp }: Event) => {
      const answer = (await (await fetch(address)).json()) as { tickets: readonly PlainTicket[] };
      body.innerHTML = answer.tickets.map(row).join('');
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now() - timeStamp), { priority: 'user-blocking' });
      });
    };
    button.addEventListener('click', (event) => void draw(event).catch(reject), { once: true });
  });
}
