// Stands in for @vscode/native-watchdog, a native module: the server ends its extension hosts itself.
exports.start = () => {};
