// Watches the page from inside for `cargo xtask bench`: how long something takes until it is
// painted, and the longest task of the page meanwhile. Put into every document before its own
// scripts; never changes the page but by what it is told to press.
window.probe = (() => {
  // Shorter tasks than the browser itself reports are seen as late timers.
  const LONG_TASK_MS = 50;
  const TIMER_MS = 4;
  const GIVE_UP_MS = 60_000;
  const tasks = [];
  const late = [];
  const take = (entries) => {
    for (const { startTime, duration } of entries) tasks.push([startTime, startTime + duration]);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    if (now - last > TIMER_MS + 1) late.push([last + TIMER_MS, now]);
    last = now;
    setTimeout(tick, 0);
  };
  setTimeout(tick, 0);

  // The next frame, and the moment in which it was painted.
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = async () => {
    await frame();
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(null);
    });
    port1.close();
    return performance.now();
  };
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const within = (spans, from, to) =>
    spans.filter(([begun, ended]) => ended > from && begun < to).map(([begun, ended]) => ended - begun);
  // What happened between two moments; the browser tells of a long task some time after it.
  const told = async (from, to) => {
    await rest(150);
    take(observer.takeRecords());
    const long = within(tasks, from, to);
    const short = within(late, from, to).map((ms) => Math.min(ms, LONG_TASK_MS));
    return { ms: to - from, longest: Math.max(0, ...(long.length > 0 ? long : short)) };
  };
  const until = async (holds) => {
    const begun = performance.now();
    for (;;) {
      const at = await painted();
      if (holds()) return at;
      if (at - begun > GIVE_UP_MS) throw new Error(`waited in vain for ${holds}`);
    }
  };

  const text = (of) => document.querySelector(of)?.textContent ?? '';
  const says = (words) => document.body.textContent.includes(words);
  const button = (name) =>
    [...document.querySelectorAll('button')].find(
      (one) => name.test((one.ariaLabel ?? one.textContent).trim()) && !one.disabled,
    );
  // Figures are there once a row of the main table is drawn.
  const figures = () => document.querySelector('main table tbody tr[data-row] td') !== null;

  return {
    // From the reload to the first figures.
    opening: async () => told(0, await until(figures)),
    // A button that changes what the main part of the page shows, pressed at the begin of a frame.
    // Several samples with a pause, so that what follows an edit is over.
    press: async (names, samples) => {
      const results = [];
      for (let sample = 0; sample < samples; sample += 1) {
        const name = new RegExp(names[sample % names.length]);
        await until(() => button(name) !== undefined);
        await rest(250);
        const before = text('main');
        await frame();
        const from = performance.now();
        button(name).click();
        results.push(await told(from, await until(() => text('main') !== before)));
      }
      return results;
    },
    // Queries into the search box, one after the other.
    search: async (queries) => {
      const field = document.querySelector('[role=search] input');
      const type = (query) => {
        field.value = query;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const shown = () => text('[role=search] .box');
      const from = performance.now();
      field.focus();
      type(queries[0]);
      await until(() => document.querySelector('[role=search] [role=option]') !== null);
      const first = await told(from, performance.now());
      const results = [];
      for (const query of queries.slice(1)) {
        await rest(250);
        const before = shown();
        await frame();
        const from = performance.now();
        type(query);
        results.push(await told(from, await until(() => shown() !== before)));
      }
      type('');
      return { first, results };
    },
    // Scrolls the main table, and gives the work of the page's thread in each frame.
    scroll: async (frames, step) => {
      const scroller = document.querySelector('main .table-scroll');
      let begun = 0;
      const heard = () => {
        begun = performance.now();
      };
      document.addEventListener('scroll', heard, { capture: true });
      const from = performance.now();
      const works = [];
      let nodes = 0;
      for (let number = 0; number < frames; number += 1) {
        await frame();
        scroller.scrollTop += step;
        begun = 0;
        const at = await painted();
        if (begun > 0) works.push(at - begun);
        nodes = Math.max(nodes, document.querySelectorAll('*').length);
      }
      document.removeEventListener('scroll', heard, { capture: true });
      return { works, nodes, ...(await told(from, performance.now())) };
    },
    // Drops the file that a field of this probe was given, and waits for words.
    drop: async (words) => {
      const hand = new DataTransfer();
      hand.items.add(document.getElementById('probe-file').files[0]);
      const from = performance.now();
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: hand });
        document.querySelector('main').dispatchEvent(event);
      }
      return told(from, await until(() => says(words)));
    },
    // A button, and the moments in which words, and then another status, are shown.
    accept: async (name, words, status) => {
      await until(() => button(new RegExp(name)) !== undefined);
      const from = performance.now();
      button(new RegExp(name)).click();
      const shown = await told(from, await until(() => says(words) && figures()));
      const saved = () => [...document.querySelectorAll('[role=status]')];
      const safe = await until(() => saved().some((one) => one.textContent.trim() === status));
      return [shown, await told(from, safe)];
    },
    // A field for a file that is to be dropped.
    field: () => {
      const field = document.getElementById('probe-file') ?? document.createElement('input');
      field.type = 'file';
      field.id = 'probe-file';
      document.body.append(field);
      return field;
    },
  };
})();
