import './back-again.cjs';
