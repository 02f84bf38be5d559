// Fits the confidence of a finished model to how often it is right, on images
// that it has not learned from: those that validated its training, or others.
// The calibrated model is a new file.
//
// Argument: the folder of labeled images, the model and the file for the
// calibrated model, each on a line. Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 3) {
	images = args[0];
	model = args[1];
	output = args[2];
} else {
	images = getDirectory("Labeled images, one folder per class");
	model = File.openDialog("Model file (.zip)");
	output = getDirectory("Folder for the calibrated model") + "calibrated.zip";
}

run("Calibrate CNN Classifier...", "images=[" + images + "] model=[" + model + "] output=[" + output + "] overwrite=true");

print("Calibrated: " + output);
