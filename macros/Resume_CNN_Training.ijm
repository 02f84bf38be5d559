// Goes on with a training that was interrupted, by Escape, a power cut or a
// killed program. Beside the model that it writes there is then a file of the
// same name that ends with .resume; it is gone when the training has ended. The
// figures on the validation images are in the Results table; the last row has
// their averages.
//
// Argument: the model file of the training and, if the images are no longer
// where they were, their folder, each on a line. Without an argument, a dialog
// asks for the file that ends with .resume.

args = split(getArgument(), "\n");
images = "";
if (args.length > 0) model = args[0];
else model = File.openDialog("The file beside the model that ends with .resume");
if (args.length > 1) images = args[1];

run("Resume CNN Training...", "model=[" + model + "] images=[" + images + "] epochs=0");

last = nResults - 1;
print("Accuracy on the validation images: " + d2s(getResult("accuracy", last), 4));
