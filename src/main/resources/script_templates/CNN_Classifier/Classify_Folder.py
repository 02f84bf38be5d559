#@ CommandService commands
#@ File (style = "directory", label = "Folder of images") images
#@ File (label = "Model file") model
#@ File (style = "save", label = "Table to write") output

# Classifies all images of a folder; without a window, so also headless.

from io.github.cnnclassifier.command import ClassifyFolderCommand

run = commands.run(ClassifyFolderCommand, True, "images", images, "model", model, "output", output, "overwrite", True)
print(run.get().getOutput("summary"))
