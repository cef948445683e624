// MessageEvent takes ports and nothing else for its ports and its source.
const { port1 } = new MessageChannel();
const attempt = (init) => {
  try {
    const { data, origin, lastEventId, source, ports } = new MessageEvent('message', init);
    console.log(data, origin, lastEventId, source === port1, ports.length);
  } catch ({ name, message }) {
    console.log(name, message);
  }
};
attempt(undefined);
attempt({ data: 2, origin: 1, lastEventId: 0 });
attempt({ source: port1, ports: [port1] });
attempt({ source: 1 });
attempt({ source: {} });
attempt({ ports: [null] });
attempt({ ports: [{}] });
console.log(new MessageEvent('message') instanceof Event);
