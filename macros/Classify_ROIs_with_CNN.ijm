// Opens an image and classifies its ROIs. Each ROI gets into the overlay with
// its class as name, group and color; each has a row in the Results table.
//
// Argument: the image file, a new line, the ROI file (.roi, .zip or a label
// image), a new line, the model file.
// Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 3) {
	image = args[0];
	rois = args[1];
	model = args[2];
} else {
	image = File.openDialog("Image");
	rois = File.openDialog("ROI file or label image");
	model = File.openDialog("Model file");
}

open(image);
run("Classify ROIs with CNN...", "regions=auto rois=[" + rois + "] labels= margin=0 masked=false model=[" + model + "] channels=auto range=auto pixelsize=auto threshold=0 mark=true overwrite=false");

for (row = nResults - Overlay.size; row < nResults; row++) {
	print(getResultString("roi", row) + ": " + getResultString("class", row) + ", confidence " + d2s(getResult("confidence", row), 4));
}
