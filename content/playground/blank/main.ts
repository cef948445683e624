const greeting: string = 'Hello';
console.log(`${greeting} from process ${process.pid}`);
