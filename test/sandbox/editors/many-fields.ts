import { html } from 'hono/html';

const ROWS = 1250;

/**
 * A grid in which a campaign is edited as a whole: 5,000 fields, of which every fourth is of a column
 * for pixels.
 */
export function manyFieldsPage(): ReturnType<typeof html> {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>5,000 fields – field fixture</title>
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Width</th>
            <th>Destination URL</th>
            <th>Impression pixel URL</th>
          </tr>
        </thead>
        <tbody>
          ${Array.from({ length: ROWS }, (_, row) => fieldRow(row))}
        </tbody>
      </table>
    </html>`;
}

function fieldRow(row: number): ReturnType<typeof html> {
  return html`<tr>
    <td><input name="name${row}" value="Placement ${row}" /></td>
    <td><input name="width${row}" value="300" size="4" /></td>
    <td><input name="url${row}" value="https://landing.example/${row}" /></td>
    <td><input name="pixel${row}" size="40" /></td>
  </tr>`;
}
