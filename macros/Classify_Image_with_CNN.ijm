// Opens an image, classifies it and writes its class into a corner.
// The class and all probabilities are a new row of the Results table.
// An answer that is less sure than the threshold is called unknown.
//
// Argument: the image file, a new line, the model file.
// Without an argument, dialogs ask for both.

args = split(getArgument(), "\n");
if (args.length == 2) {
	image = args[0];
	model = args[1];
} else {
	image = File.openDialog("Image");
	model = File.openDialog("Model file");
}

open(image);
run("Classify Image with CNN...", "model=[" + model + "] channels=auto range=auto pixelsize=auto threshold=0.5 eachslice=false label=true");

last = nResults - 1;
print(getTitle() + " shows " + getResultString("class", last) + ", confidence " + d2s(getResult("confidence", last), 4));
