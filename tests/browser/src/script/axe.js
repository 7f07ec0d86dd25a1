// Runs the rules of axe-core over what is shown, once for each theme, and tells every fault as a
// line. The rules themselves were put into the page before.
const [themes, done] = arguments;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const oneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const look = async (theme) => {
  document.documentElement.dataset.theme = theme;
  // A color that is still changing is nobody's choice; an endless movement is not waited for.
  const moving = document.getAnimations().filter((one) => {
    return one.effect?.getComputedTiming().endTime !== Infinity;
  });
  await Promise.allSettled(moving.map((one) => one.finished));
  const { violations } = await axe.run(document, {
    runOnly: tags,
    // Off unless asked for.
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      oneLine(`${theme}: ${id} at ${target.join(' ')} ${html.slice(0, 160)}: ${failureSummary}`),
    ),
  );
};
(async () => {
  const faults = [];
  // What is folded in counts too: it is one click away.
  document.querySelectorAll('details').forEach((details) => (details.open = true));
  const before = document.documentElement.dataset.theme;
  for (const theme of themes) faults.push(...(await look(theme)));
  if (before === undefined) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = before;
  return faults;
})().then(done, (error) => done([String(error)]));
