// The twelve districts: cell on the schematic map (as content/districts has it) and the centre of the town.
export default [
  { zh: '巴城', en: 'Bacheng', column: 0, row: 0, latitude: 31.45, longitude: 120.87 },
  { zh: '周市', en: 'Zhoushi', column: 2, row: 0, latitude: 31.46, longitude: 121.0 },
  { zh: '度假区', en: 'Resort', column: 0, row: 1, latitude: 31.41, longitude: 120.81 },
  { zh: '高新区', en: 'KND', column: 1, row: 1, latitude: 31.39, longitude: 120.93 },
  { zh: '开发区', en: 'KETD', column: 2, row: 1, latitude: 31.38, longitude: 121.01 },
  { zh: '陆家', en: 'Lujia', column: 3, row: 1, latitude: 31.32, longitude: 121.05 },
  { zh: '花桥', en: 'Huaqiao', column: 4, row: 1, latitude: 31.3, longitude: 121.1 },
  { zh: '张浦', en: 'Zhangpu', column: 2, row: 2, latitude: 31.28, longitude: 120.94 },
  { zh: '千灯', en: 'Qiandeng', column: 3, row: 2, latitude: 31.26, longitude: 121.0 },
  { zh: '锦溪', en: 'Jinxi', column: 1, row: 3, latitude: 31.18, longitude: 120.9 },
  { zh: '淀山湖', en: 'Dianshanhu', column: 3, row: 3, latitude: 31.18, longitude: 121.02 },
  { zh: '周庄', en: 'Zhouzhuang', column: 1, row: 4, latitude: 31.12, longitude: 120.85 }
];
