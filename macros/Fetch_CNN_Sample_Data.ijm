// Puts MNIST, 70,000 handwritten digits, into a folder to train on; 11 MB come
// from the internet. name=fashion-mnist and name=kmnist are other data sets.
//
// Argument: the folder for the files and, if they are not to come from the
// internet, the folder or address that holds them, each on a line. Without an
// argument, a dialog asks for the folder.

args = split(getArgument(), "\n");
source = "";
if (args.length > 0) output = args[0];
else output = getDirectory("Folder for the images");
if (args.length > 1) source = args[1];

run("Fetch CNN Sample Data...", "name=mnist source=[" + source + "] output=[" + output + "] overwrite=false");

print("The images are in " + output);
