// The package's own types name this class but its entry point does not export it.
declare module 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js' {
	export { RateLimiterStoreAbstract as default } from 'rate-limiter-flexible';
}
