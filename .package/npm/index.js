const path = require("path");

exports.loadablePath = () => path.join(__dirname, "ftext.so");

exports.scriptsPath = () => path.join(__dirname, "sql");

exports.load = (db) => {
  db.loadExtension(exports.loadablePath());
};
