/** Style sheets of the parts, as the build hands them to the code: class names by name. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the build exports style sheets so.
  export default classes;
}
declare module '*.css';
