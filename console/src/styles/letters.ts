import 'font-of-letters.css';
