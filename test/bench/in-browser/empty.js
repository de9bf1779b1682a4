// The empty page in a frame: one message to the background, which is refused, and what came of it shown.
const data = { token: 'x'.repeat(32) };
const answer = await chrome.runtime.sendMessage({ piggyback: 'builder.start', data });
if (answer?.ok !== false) throw new Error('the background has not answered');
const shown = document.createElement('div');
shown.role = 'combobox';
shown.textContent = answer.failure.code;
document.body.append(shown);
