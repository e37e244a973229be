// One server of libSQL on loopback: started, asked over HTTP, killed.
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";

const START_SECONDS = 30;

export async function freePort() {
  const listener = net.createServer();
  await new Promise((done) => listener.listen(0, "127.0.0.1", done));
  const { port } = listener.address();
  await new Promise((done) => listener.close(done));
  return port;
}

export const pause = (milliseconds) =>
  new Promise((done) => setTimeout(done, milliseconds));

// Asks until the answer is true; false when the seconds are over.
export async function until(seconds, ask) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await ask().catch(() => false)) {
      return true;
    }
    await pause(50);
  }
  return false;
}

export class Server {
  // `options` are sqld's own, but for the folder and the address.
  constructor(sqld, folder, name, port, options) {
    this.name = name;
    this.url = `http://127.0.0.1:${port}/`;
    this.command = [sqld, "-d", path.join(folder, name + ".db"),
      "--no-welcome", "--http-listen-addr", `127.0.0.1:${port}`, ...options];
    this.log = path.join(folder, name + ".log");
  }

  async start() {
    const log = fs.openSync(this.log, "a");
    const [program, ...options] = this.command;
    this.process = spawn(program, options, { stdio: ["ignore", log, log] });
    fs.closeSync(log);
    if (!(await until(START_SECONDS, () => this.ask("SELECT 1")))) {
      throw new Error(`${this.name} does not answer:\n` +
        fs.readFileSync(this.log, "utf8").slice(-2000));
    }
    this.gone = false;
  }

  kill() {
    this.process?.kill("SIGKILL");
  }

  // Runs statements, one after the other; the rows of the last one.  Where
  // there is no answer, the server is gone.
  async ask(...statements) {
    const answers = await this.post(JSON.stringify({ statements }));
    const refused = Array.isArray(answers)
      ? answers.find((answer) => answer.error)
      : answers;
    if (refused) {
      throw new Error(`${this.name}: ${JSON.stringify(refused.error)}`);
    }
    return answers[answers.length - 1].results.rows;
  }
  async post(body) {
    try {
      const response = await fetch(this.url, { method: "POST", body });
      return await response.json();
    } catch (error) {
      this.gone = true;
      throw error;
    }
  }
}
