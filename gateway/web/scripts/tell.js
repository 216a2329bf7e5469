// Writes a line to the terminal, where there is one, whatever the standard output of the build is.
import { closeSync, openSync, writeSync } from 'node:fs';

const terminal = process.platform === 'win32' ? '\\\\.\\CON' : '/dev/tty';
const noTerminal = ['ENXIO', 'ENOENT', 'ENODEV', 'ENOTTY', 'EACCES', 'EPERM'];

try {
  const screen = openSync(terminal, 'w');
  writeSync(screen, `${process.argv[2]}\n`);
  closeSync(screen);
} catch (error) {
  if (!noTerminal.includes(error.code)) throw error;
}
