import { html } from 'hono/html';

import { page } from '../html.ts';

/**
 * In the manner of Revive Adserver's banner page: a server-rendered form in tables, the caption in
 * the cell before the field, fields that say nothing of themselves but their names. Not its markup.
 */
export function revivePage(): ReturnType<typeof page> {
  return page({
    title: 'Banner – Sandbox ad server',
    css: CSS,
    body: html`<div id="bar">Sandbox ad server <small>a stand-in, self-hosted</small></div>
      <h1>Banner: Advanced</h1>
      <form method="post">
        <table>
          <tr>
            <td>Name</td>
            <td><input type="text" name="description" size="40" /></td>
          </tr>
          <tr>
            <td>Destination URL</td>
            <td><input type="text" name="url" size="40" /></td>
          </tr>
          <tr>
            <td>Always prepend the following HTML code to this banner</td>
            <td><textarea name="prepend" cols="55" rows="4"></textarea></td>
          </tr>
          <tr>
            <td>Always append the following HTML code to this banner</td>
            <td><textarea name="append" cols="55" rows="4"></textarea></td>
          </tr>
          <tr>
            <td>Width</td>
            <td><input type="text" name="width" size="5" /> pixels</td>
          </tr>
          <tr>
            <td>Comments</td>
            <td><textarea name="comments" cols="55" rows="3"></textarea></td>
          </tr>
        </table>
        <table id="grid">
          <thead>
            <tr>
              <th>Zone</th>
              <th>Impression pixel URL</th>
              <th>Weight</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Leaderboard</td>
              <td><input name="p1" size="30" /></td>
              <td><input name="w1" size="4" /></td>
            </tr>
            <tr>
              <td>Skyscraper</td>
              <td><input name="p2" size="30" /></td>
              <td><input name="w2" size="4" /></td>
            </tr>
          </tbody>
        </table>
        <div id="scroller">
          <p>Code of the zone</p>
          <div class="tall"></div>
          <label for="zone">Third-party tag</label><br />
          <textarea id="zone" cols="50" rows="3"></textarea>
          <div class="tall"></div>
        </div>
        <p dir="rtl">
          <label for="rtl">פיקסל (pixel)</label><br /><textarea id="rtl" cols="30"></textarea>
        </p>
        <input type="submit" value="Save changes" />
      </form>`,
  });
}

const CSS = `body { font: 12px Verdana, Arial, sans-serif; padding: 0 20px 20px; }
#bar { margin: 0 -20px; padding: 8px 20px; background: #064; color: #fff; font-weight: bold; }
h1 { font-size: 16px; } table { border-collapse: collapse; margin-bottom: 16px; }
td, th { padding: 6px 10px; border-top: 1px dotted var(--line); vertical-align: top; text-align: left; }
td:first-child { width: 200px; } #scroller { height: 120px; overflow: auto; border: 1px solid var(--line); padding: 8px; }
.tall { height: 200px; }`;
