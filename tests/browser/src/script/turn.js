// Gives the page its turn: everything that waits runs before `turn` comes back. Put before a script
// that looks again and again. No timer, which browsers slow down in a hidden tab.
const turn = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
