declare module 'exceljs/dist/exceljs.bare.min.js' {
  export { default } from 'exceljs'
}
