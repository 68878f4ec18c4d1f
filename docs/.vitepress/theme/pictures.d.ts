/** What Vite makes of a picture: its address on the site. */
declare module '*.png' {
  export default string;
}
declare module '*.css';
