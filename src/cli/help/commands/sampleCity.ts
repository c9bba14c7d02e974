/** What `evenhand sample-city --help` says. */
export const sampleCity = {
  about: {
    zh: '写出一座虚构的城市，供学习和测试',
    en: 'write a made-up city, to learn from and to test with',
  },
  details: {
    zh: `
示例：
  evenhand sample-city --entities 2000 --out city`,
    en: `
Example:
  evenhand sample-city --entities 2000 --out city`,
  },
} as const;
