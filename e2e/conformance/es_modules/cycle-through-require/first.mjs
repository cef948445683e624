import './back.cjs';
