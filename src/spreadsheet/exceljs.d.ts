/** The one-file build of exceljs has the types of the other: they come with that one only. */
declare module 'exceljs/dist/exceljs.bare.min.js' {
  export { default } from 'exceljs'
}
