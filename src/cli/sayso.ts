import { checkNodeVersion } from '../setup/node-version.ts';

checkNodeVersion();

await import('./load-quickly.ts');
const { runCommand } = await import('./commands.ts');

process.exitCode = await runCommand(process.argv.slice(2));
