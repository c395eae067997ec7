// What both web runs share: the page reports console lines and the end of the suite; the suite sends its counts as one line.

/** Functions for the page, and a promise of the result. @param {number} limit milliseconds */
export function listen(limit) {
  let settle;
  let counts;
  const end = new Promise((resolve, reject) => {
    settle = { resolve, reject };
    setTimeout(() => reject(new Error(`the tests did not end within ${limit} ms`)), limit).unref();
  });
  const expose = {
    codeAutomationLog: (type, args) => {
      const line = args.join(' ');
      const result = /SUITE_RESULT (\{.*?\})/.exec(line);
      if (result) counts = JSON.parse(result[1]);
      else if (/^ {2}(ok|FAILED|skipped|VS Code) /.test(line)) console.log(line);
    },
    codeAutomationExit: (code) => {
      if (code === 0 && counts) settle.resolve(counts);
      else if (counts?.failed > 0) settle.resolve(counts);
      else settle.reject(new Error(`the extension host ended (${code}) without a result`));
    },
  };
  return { expose, end };
}
