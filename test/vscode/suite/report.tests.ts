describe('the harness', () => {
  it('runs', () => {});
});
