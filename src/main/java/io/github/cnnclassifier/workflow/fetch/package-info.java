/**
 * Public data sets from the web, checked by their checksums:
 * {@link FetchDataset}.
 */

package io.github.cnnclassifier.workflow.fetch;
