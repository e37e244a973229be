// Parts of a job on several servers.  Each server takes the next part when it
// has done one; a part whose server is gone goes back, for another one.

// `parts` are statements.  Gives the rows of each, how many parts each server
// did, and how many were lost with a server and done again.  `sent(server)`
// is called when a server has been given a part.
export async function spread(servers, parts, sent = () => {}) {
  const waiting = [...parts.keys()];
  const rows = new Array(parts.length);
  const done = new Map(servers.map((server) => [server.name, 0]));
  let lost = 0;

  async function work(server) {
    while (waiting.length > 0 && !server.gone) {
      const number = waiting.shift();
      const answer = server.ask(parts[number]);
      sent(server);
      try {
        rows[number] = await answer;
        done.set(server.name, done.get(server.name) + 1);
      } catch (error) {
        if (!server.gone) {
          throw error;
        }
        waiting.push(number);
        lost++;
      }
    }
  }

  while (rows.includes(undefined)) {
    const alive = servers.filter((server) => !server.gone);
    if (alive.length === 0) {
      throw new Error("no server is left");
    }
    await Promise.all(alive.map(work));
  }
  return { rows, done, lost };
}
