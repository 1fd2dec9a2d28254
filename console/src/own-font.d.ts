declare module 'font-of-words.css';
declare module 'font-of-letters.css';
