
package io.github.cnnclassifier.report;

/**
 * A file that could not be classified.
 *
 * @param name as the other rows of the table name their files
 * @param reason for people, one line
 */
public record FailedFile(String name, String reason) {
}
