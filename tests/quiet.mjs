// A reporter that is quiet when all is well: what failed, in full; what is known
// to fail, a line each; what the tests themselves say; and Node's own summary.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const place = (file) => relative(process.cwd(), file?.startsWith('file:') ? fileURLToPath(file) : file ?? '');

// The failure of a suite is that of a test in it.
const isOwn = (error) => error?.failureType !== 'subtestsFailed';

function describe(error) {
  const cause = error?.cause ?? error;
  const stack = String(cause?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && !line.includes('node:')).slice(0, 4);
  return [cause?.message ?? String(cause), ...stack].join('\n').replace(/^/gm, '    ');
}

export default async function* quiet(source) {
  for await (const { type, data } of source) {
    if (type === 'test:fail' && data.todo !== undefined) {
      yield `known: ${data.name}: ${data.todo}\n`;
    } else if (type === 'test:fail' && isOwn(data.details.error)) {
      yield `FAILED ${place(data.file)}${data.line ? `:${data.line}` : ''}: ${data.name}\n${describe(data.details.error)}\n`;
    } else if (type === 'test:diagnostic' && data.nesting === 0) {
      yield `# ${data.message}\n`;
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      yield data.message;
    }
  }
}
