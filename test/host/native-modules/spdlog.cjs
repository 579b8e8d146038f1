// Stands in for @vscode/spdlog, a native module: writes the server's logs to files, in its format and levels.
const { appendFileSync, promises } = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.raw = false;
    for (const [level, name] of levels.entries())
      this[name === 'warning' ? 'warn' : name] = (message) => this.write(level, message);
  }

  write(level, message) {
    if (level < this.level) return;
    const line = `${new Date().toISOString().replace('T', ' ').slice(0, 23)} [${levels[level]}] ${message}\n`;
    appendFileSync(this.file, this.raw ? message : line);
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.raw = true;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

async function createLogger(_name, file) {
  await promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger(file);
}

// One assignment each: that is how names of a CommonJS module are found when an ES module imports it.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
