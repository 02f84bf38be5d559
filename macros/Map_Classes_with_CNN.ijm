// Gives every pixel of an image a class and prints how much of the image each
// class has.
//
// Argument: the image file, a new line, the model file, a new line, the TIFF
// file for the map. Without an argument, dialogs ask for the first two, and the
// map is not saved.

args = split(getArgument(), "\n");
saving = "";
if (args.length == 3) {
	image = args[0];
	model = args[1];
	saving = " output=[" + args[2] + "]";
} else {
	image = File.openDialog("Image");
	model = File.openDialog("Model file");
}

open(image);
first = nResults;
run("Map Classes with CNN...", "model=[" + model + "] window=0 stride=0 threshold=0 overwrite=false" + saving);

for (row = first; row < nResults; row++) {
	print(getResultString("class", row) + ": " + d2s(100 * getResult("fraction", row), 1) + " % of " + getResultString("image", row));
}
