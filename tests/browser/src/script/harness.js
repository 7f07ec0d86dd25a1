// Gives the little page something to do: it tells in words what happens to it.
const tell = (text) => document.getElementById('told').append(`${text} `);
const button = (name) =>
  [...document.querySelectorAll('button')].find((button) => button.textContent === name);
const tellFiles = (files) => {
  for (const file of files) tell(`${file.name} has ${file.size} bytes`);
};
document.querySelector('dialog').close();
button('Save it').addEventListener('click', () => tell('pressed'));
button('Download').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['{"a":1}'], { type: 'application/json' }));
  link.download = 'book.json';
  link.click();
});
document.querySelector('input[type=file]').addEventListener('change', (event) => {
  tellFiles(event.target.files);
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  tellFiles(event.dataTransfer.files);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') tell('escaped');
});
