/** Whether it may be a zone as the program takes them: a name, utc, or an offset such as +02:00. The program has the last word. */
export const isTimeZone = (text: string): boolean => (/^[+-]/.test(text) ? /^[+-]\d{2}(:\d{2}){0,2}$/.test(text) : isName(text));

function isName(text: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
