// gray-matter requires fs for reading a file by its name, which is never done here.
export {};
