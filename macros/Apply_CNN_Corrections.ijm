// Moves corrected images into the folders of their classes. The log
// corrections-applied.csv in that folder allows to go back: run it once more
// with undo=true.
//
// Argument: the folder of images. Without an argument, a dialog asks for it.

images = getArgument();
if (images == "") {
	images = getDirectory("Labeled images with corrections.csv");
}

run("Apply CNN Corrections...", "images=[" + images + "]");
