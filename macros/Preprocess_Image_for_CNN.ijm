// Opens an image and shows what the network of a model sees of it: the very
// values, as a 32-bit image.
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
run("Preprocess Image for CNN...", "model=[" + model + "] width=0 height=0 channels=auto range=auto overwrite=false");

getStatistics(area, mean, min, max);
print(getTitle() + ": " + getWidth + " x " + getHeight + " pixels, " + d2s(min, 4) + " to " + d2s(max, 4));
