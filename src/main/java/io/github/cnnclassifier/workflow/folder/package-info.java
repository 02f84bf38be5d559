/**
 * A classifier at work on the files of a folder: {@link ClassifyFolder}. Its
 * table grows row by row and can be gone on with after a stop.
 */

package io.github.cnnclassifier.workflow.folder;
