const quote = /["'`]/g;
const slash = /[/\\]{2}\//;
const ratio = total / count / 2;

function strip(text) {
  return text.replace(/\/\*.*?\*\//g, '').split(/\s+/).map((x) => x / 2);
}

const nested = `a ${`b ${`c ${strip('}')}`}`} {`;

exports.strip = strip;

export const last = (a) => a ? /}/.test(a) : false;
