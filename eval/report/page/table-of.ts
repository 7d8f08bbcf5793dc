import { type Html, html } from './html.js';

/** Rows of a plot as a table that opens on demand; every cell is a figure. */
export function tableOf(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  return html`<details><summary class="small soft">${caption} in figures</summary><table><caption>${caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody></table></details>`;
}

/** A share in per cent with one decimal. */
export function perCentCell(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
